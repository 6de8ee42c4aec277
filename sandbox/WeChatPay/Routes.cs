namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What merchants can call, on every host.</summary>
internal sealed class Routes(
    Gateway gateway, OlderGateway older, IReadOnlyList<IOperation> operations)
{
    /// <summary>
    /// Adds the paths. What has no path is 404, what has another method 405, both without a body.
    /// </summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var operation in operations)
        {
            Map(routes, operation.Path, operation, isPartner: false);
            if (operation.PartnerPath is { } path)
            {
                Map(routes, path, operation, isPartner: true);
            }
        }

        older.Map(routes);
    }

    private void Map(
        IEndpointRouteBuilder routes, string path, IOperation operation, bool isPartner)
        => routes.MapMethods(
            path, [operation.Method],
            http => gateway.AnswerAsync(http, operation, isPartner));
}
