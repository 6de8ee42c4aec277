namespace PayFunctions.Sandbox.Alipay;

/// <summary>A method that is answered in JSON.</summary>
internal interface IGatewayMethod
{
    /// <summary>Its name on the wire.</summary>
    string Name { get; }

    /// <summary>Does the work and answers it.</summary>
    MethodAnswer Answer(MethodCall call);
}
