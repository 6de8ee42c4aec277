using PayFunctions.Orders;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Orders;

public sealed class StatesDocTests
{
    private const string Head = """
        # What each command does in each state

        Generated from the rules (`functions/Orders/`), checked by a test. A refusal is a named
        result, never silence; a replay moves nothing.

        """;

    [Fact]
    public void The_document_says_what_the_rules_decide()
    {
        var expected = Head + StatesTable.Markdown();

        var written = File.ReadAllText(RepositoryRoot.Of("docs", "states.md"));

        written.ShouldBe(expected, $"Paste into docs/states.md:\n{expected}");
    }

    [Fact]
    public void Every_kind_of_command_stands_in_the_table()
    {
        var kinds = typeof(OrderCommand).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(OrderCommand)));

        var shown = StatesTable.Commands.Select(static c => c.Command.GetType()).Distinct();

        shown.ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public void Every_state_stands_in_the_table()
    {
        var shown = StatesTable.States
            .Where(static s => s.Order is not null)
            .Select(static s => s.Order!.State)
            .Distinct();

        shown.ShouldBe(Enum.GetValues<OrderState>(), ignoreOrder: true);
    }
}
