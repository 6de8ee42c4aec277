namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>One thing that can be asked for.</summary>
internal interface IOperation
{
    /// <summary>What a fault's <c>method</c> says for it.</summary>
    string Name { get; }

    /// <summary>GET or POST.</summary>
    string Method { get; }

    /// <summary>A merchant's path.</summary>
    string Path { get; }

    /// <summary>A provider's path; null where it is the same one.</summary>
    string? PartnerPath => null;

    /// <summary>
    /// Whether a missing header is 401, as it was seen on paths of transactions; 400 elsewhere.
    /// </summary>
    bool IsOfTransactions => true;

    /// <summary>What the body may say; null where there is none.</summary>
    IReadOnlyList<Field>? Fields(bool isPartner) => null;

    /// <summary>Answers a caller whose request has passed every check.</summary>
    ApiAnswer Answer(ApiCall call);
}
