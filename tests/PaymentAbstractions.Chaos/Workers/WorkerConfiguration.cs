namespace PaymentAbstractions.Chaos;

/// <summary>The settings of a checkout with four gateways and short intervals, so that crashes hit every step.</summary>
internal static class WorkerConfiguration
{
    public static Dictionary<string, string?> Of(RoleArguments arguments)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Payments:Default"] = ChaosGateway.All[0].Name,
            ["Payments:Journal:SendWithin"] = "00:00:05",
            ["Payments:Journal:DrainTimeout"] = "00:00:05",
            ["Payments:Recovery:Interval"] = "00:00:01",
            ["Payments:Recovery:Margin"] = "00:00:10",
            // Every start looks up all payments. Between the starts, four workers must not look them up endlessly.
            ["Payments:Recovery:BackOff"] = "00:00:05",
            ["Payments:Recovery:MaxBackOff"] = "00:00:30",
            ["Payments:Resilience:RetryDelay"] = "00:00:00.030",
            ["Payments:Resilience:MaxRateLimitWait"] = "00:00:02",
            ["Payments:Resilience:BreakDuration"] = "00:00:01",
        };
        foreach (var gateway in ChaosGateway.All)
        {
            var path = $"Payments:Gateways:{gateway.Name}";
            settings[$"{path}:Provider"] = gateway.Provider;
            settings[$"{path}:Environment"] = ChaosGateway.Environment.ToString();
            settings[$"{path}:ApiKey"] = gateway.Key;
            settings[$"{path}:Deadline"] = "00:00:00.300";
            settings[$"{path}:BaseUrl"] = arguments[gateway.IsRebilly ? "rebilly" : "terminal"];
            if (gateway.IsRebilly)
            {
                settings[$"{path}:OrganizationId"] = gateway.Account;
                settings[$"{path}:WebsiteId"] = "web_chaos";
                settings[$"{path}:Webhooks:Authentication"] = "Basic";
                settings[$"{path}:Webhooks:UserName"] = Webhook.User;
                settings[$"{path}:Webhooks:Password"] = Webhook.Password;
            }
            else
            {
                settings[$"{path}:MerchantId"] = gateway.Account;
                settings[$"{path}:EnableRefunds"] = "true";
                settings[$"{path}:LeaveOutUnsupportedData"] = "true";
                settings[$"{path}:NewShippingAddressId"] = arguments["shipping"];
            }
        }

        return settings;
    }
}
