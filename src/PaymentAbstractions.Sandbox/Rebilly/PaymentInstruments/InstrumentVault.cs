namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The payment instruments of an organization.</summary>
internal sealed class InstrumentVault(RebillyWorld world)
{
    private readonly Dictionary<string, InstrumentRecord> _instruments = new(StringComparer.Ordinal);

    public IEnumerable<InstrumentRecord> All => _instruments.Values;

    public InstrumentRecord? Find(string id) => _instruments.GetValueOrDefault(id);

    /// <summary>Stores an instrument, or updates the customer's existing instrument with the same number.</summary>
    public (InstrumentRecord Instrument, bool Created) Store(CustomerRecord customer, InstrumentDetails details)
    {
        var known = _instruments.Values.FirstOrDefault(instrument =>
            instrument.CustomerId == customer.Id && instrument.Details.IsSameAs(details)
        );
        if (known is not null)
        {
            known.Details = details;
            known.IsDeactivated = false;
            known.Revision++;
            known.UpdatedTime = world.Now;
        }

        var instrument = known ?? Add(customer, details);
        if (customer.DefaultInstrumentId is null || !details.UseAsBackup)
        {
            customer.DefaultInstrumentId = instrument.Id;
        }

        return (instrument, known is null);
    }

    private InstrumentRecord Add(CustomerRecord customer, InstrumentDetails details)
    {
        var twin = _instruments.Values.FirstOrDefault(instrument => instrument.Details.IsSameAs(details));
        var instrument = new InstrumentRecord
        {
            Id = world.NextId("inst"),
            CustomerId = customer.Id,
            Fingerprint = twin?.Fingerprint ?? world.NextId("fp"),
            Details = details,
            CreatedTime = world.Now,
            UpdatedTime = world.Now,
        };
        _instruments.Add(instrument.Id, instrument);
        return instrument;
    }
}
