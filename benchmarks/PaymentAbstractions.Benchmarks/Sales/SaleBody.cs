namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>The request as a developer writes it who sends by hand.</summary>
internal sealed class SaleBody
{
    public required string Type { get; set; }
    public required string WebsiteId { get; set; }
    public required string CustomerId { get; set; }
    public required string Currency { get; set; }
    public required decimal Amount { get; set; }
    public required string RequestId { get; set; }
    public required string Description { get; set; }
    public required TokenInstruction PaymentInstruction { get; set; }
    public required Contact BillingAddress { get; set; }
    public required string RedirectUrl { get; set; }
    public required Dictionary<string, string> CustomFields { get; set; }
    public required Risk RiskMetadata { get; set; }

    public static SaleBody For(Order order) =>
        new()
        {
            Type = "sale",
            WebsiteId = Order.WebsiteId,
            CustomerId = order.CustomerId,
            Currency = "USD",
            Amount = order.Amount,
            RequestId = order.WireKey,
            Description = order.Description,
            PaymentInstruction = new TokenInstruction { Token = order.Token },
            BillingAddress = new Contact
            {
                FirstName = Order.FirstName,
                LastName = Order.LastName,
                Address = Order.Line1,
                City = Order.City,
                Region = Order.Region,
                Country = Order.Country,
                PostalCode = Order.PostalCode,
                PhoneNumbers = [new Labelled { Value = Order.Phone }],
                Emails = [new Labelled { Value = Order.Email }],
            },
            RedirectUrl = Order.ReturnUrl.OriginalString,
            CustomFields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["orderChannel"] = Order.Channel,
                ["campaign"] = Order.Campaign,
            },
            RiskMetadata = new Risk { IpAddress = Order.IpAddress, Fingerprint = Order.Fingerprint },
        };

    internal sealed class TokenInstruction
    {
        public required string Token { get; set; }
    }

    internal sealed class Contact
    {
        public required string FirstName { get; set; }
        public required string LastName { get; set; }
        public required string Address { get; set; }
        public required string City { get; set; }
        public required string Region { get; set; }
        public required string Country { get; set; }
        public required string PostalCode { get; set; }
        public required Labelled[] PhoneNumbers { get; set; }
        public required Labelled[] Emails { get; set; }
    }

    internal sealed class Labelled
    {
        public string Label { get; set; } = "main";
        public required string Value { get; set; }
        public bool Primary { get; set; } = true;
    }

    internal sealed class Risk
    {
        public required string IpAddress { get; set; }
        public required string Fingerprint { get; set; }
    }
}
