namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a schedule stands, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The occurrence before this one; the least date when there was none.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence after this one.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
