namespace PayFunctions.Tests.Conformance.World;

/// <summary>Everything that can be done to a form on its way.</summary>
internal static class FormDamage
{
    private const int TooLong = 70_000;

    /// <summary>Damaged forms with a name each.</summary>
    public static IEnumerable<(string Name, string Parameters)> Of(string parameters)
    {
        var pairs = parameters.Split('&');
        for (var i = 0; i < pairs.Length; i++)
        {
            var name = pairs[i].Split('=')[0];
            if (pairs[i].Length == name.Length + 1)
            {
                // Nobody signs an empty field, so nobody misses one.
                continue;
            }

            yield return ($"{name} removed", Join(pairs.Where((_, n) => n != i)));
            yield return ($"{name} doubled", Join([.. pairs, pairs[i]]));
            yield return ($"{name} altered", Join(pairs.Select((p, n) => n == i ? p + "1" : p)));
            yield return ($"{name} emptied", Join(
                pairs.Select((p, n) => n == i ? name + "=" : p)));
        }

        yield return ("cut in half", parameters[..(parameters.Length / 2)]);
        yield return ("empty", "");
        yield return ("a bad escape", parameters + "&note=%zz");
        yield return ("a field that was not signed", parameters + "&note=1");
        yield return ("too long", $"{parameters}&note={new string('n', TooLong)}");
    }

    private static string Join(IEnumerable<string> pairs) => string.Join('&', pairs);
}
