namespace PayFunctions.Tests.Infra.Reading;

/// <summary>Where the grammar gave up; lines and columns count from 1.</summary>
internal sealed record SyntaxError(int Line, int Column, string What);
