namespace NudgeBot.Channels;

/// <summary>Looks, for the doctor, at what an adapter needs from its platform. Changes nothing.</summary>
internal interface IExamination
{
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken);
}
