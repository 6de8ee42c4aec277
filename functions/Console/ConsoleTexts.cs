namespace PayFunctions.Console;

/// <summary>Every text of the console, in one language. A language has all of them.</summary>
public sealed record ConsoleTexts
{
    /// <summary>The name of the console.</summary>
    public required string Title { get; init; }

    /// <summary>The page of the day.</summary>
    public required string Today { get; init; }

    /// <summary>The page of orders.</summary>
    public required string Orders { get; init; }

    /// <summary>The page of days.</summary>
    public required string Days { get; init; }

    /// <summary>Ends the session.</summary>
    public required string SignOut { get; init; }

    /// <summary>Before the field for any number.</summary>
    public required string AnyNumber { get; init; }

    /// <summary>Looks for it.</summary>
    public required string Find { get; init; }

    /// <summary>The first day of a list.</summary>
    public required string From { get; init; }

    /// <summary>The last day of a list.</summary>
    public required string To { get; init; }

    /// <summary>A state.</summary>
    public required string State { get; init; }

    /// <summary>Any state.</summary>
    public required string Any { get; init; }

    /// <summary>Lists.</summary>
    public required string List { get; init; }

    /// <summary>The next page.</summary>
    public required string Next { get; init; }

    /// <summary>Nothing to show.</summary>
    public required string None { get; init; }

    /// <summary>When.</summary>
    public required string Time { get; init; }

    /// <summary>When it was paid.</summary>
    public required string PaidAt { get; init; }

    /// <summary>A number.</summary>
    public required string Number { get; init; }

    /// <summary>A number of the channel's.</summary>
    public required string ChannelNumber { get; init; }

    /// <summary>An amount.</summary>
    public required string Amount { get; init; }

    /// <summary>What is paid for.</summary>
    public required string Subject { get; init; }

    /// <summary>A channel product.</summary>
    public required string Channel { get; init; }

    /// <summary>What happened.</summary>
    public required string Event { get; init; }

    /// <summary>The books.</summary>
    public required string Postings { get; init; }

    /// <summary>Attempts to pay.</summary>
    public required string Attempts { get; init; }

    /// <summary>Refunds, and releases of holds.</summary>
    public required string Refunds { get; init; }

    /// <summary>Captures of a hold.</summary>
    public required string Captures { get; init; }

    /// <summary>It takes of a hold.</summary>
    public required string Hold { get; init; }

    /// <summary>The whole history.</summary>
    public required string History { get; init; }

    /// <summary>Notifications and every attempt.</summary>
    public required string Notifications { get; init; }

    /// <summary>The answer of the merchant.</summary>
    public required string Answer { get; init; }

    /// <summary>How long it took.</summary>
    public required string Duration { get; init; }

    /// <summary>Sends a notification again.</summary>
    public required string Resend { get; init; }

    /// <summary>It will be sent again.</summary>
    public required string Resent { get; init; }

    /// <summary>Asks for a refund.</summary>
    public required string Refund { get; init; }

    /// <summary>Before the amount of a refund.</summary>
    public required string RefundAmount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Asks once more before money moves.</summary>
    public required string ConfirmTitle { get; init; }

    /// <summary>What will happen then.</summary>
    public required string ConfirmHint { get; init; }

    /// <summary>Does it.</summary>
    public required string Confirm { get; init; }

    /// <summary>Goes back.</summary>
    public required string Back { get; init; }

    /// <summary>The amount cannot be refunded.</summary>
    public required string AmountWrong { get; init; }

    /// <summary>The refund was refused, and why.</summary>
    public required string Refused { get; init; }

    /// <summary>The refund was asked for.</summary>
    public required string RefundAsked { get; init; }

    /// <summary>Payments.</summary>
    public required string Payments { get; init; }

    /// <summary>How many of those that were tried were paid.</summary>
    public required string SuccessRate { get; init; }

    /// <summary>How long after a payment the merchant said success.</summary>
    public required string Delay { get; init; }

    /// <summary>The middle one.</summary>
    public required string Median { get; init; }

    /// <summary>The slowest.</summary>
    public required string Slowest { get; init; }

    /// <summary>Payments by the hour.</summary>
    public required string ByHour { get; init; }

    /// <summary>Not all of the day was looked at.</summary>
    public required string OnlyFirst { get; init; }

    /// <summary>A day.</summary>
    public required string Day { get; init; }

    /// <summary>What it cost.</summary>
    public required string Fees { get; init; }

    /// <summary>What is owed.</summary>
    public required string Net { get; init; }

    /// <summary>What is paid out.</summary>
    public required string Payout { get; init; }

    /// <summary>A statement.</summary>
    public required string Statement { get; init; }

    /// <summary>Not calculated yet.</summary>
    public required string NotClosed { get; init; }

    /// <summary>Nobody is signed in.</summary>
    public required string SignedOutTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string SignedOutHint { get; init; }

    /// <summary>The link is not good.</summary>
    public required string LinkTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string LinkHint { get; init; }

    /// <summary>There is no such thing.</summary>
    public required string MissingTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string MissingHint { get; init; }

    /// <summary>A form is not ours, or too old.</summary>
    public required string FormTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string FormHint { get; init; }

    /// <summary>Trouble that passes.</summary>
    public required string BusyTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string BusyHint { get; init; }

    /// <summary>The table of a language.</summary>
    internal static ConsoleTexts Of(string language)
        => language.StartsWith("zh", StringComparison.Ordinal)
            ? ConsoleChineseTexts.Table
            : ConsoleEnglishTexts.Table;
}
