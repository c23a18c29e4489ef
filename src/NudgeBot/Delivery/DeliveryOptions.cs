using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NudgeBot.Delivery;

/// <summary>The settings under <c>Delivery</c>: how much is done beside each other. A platform's answer takes long; the machine has time meanwhile.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>How many workspaces are served at the same time.</summary>
    [Range(1, 256, ErrorMessage = "Delivery:Workspaces must be 1 to 256.")]
    public int Workspaces { get; set; } = 8;

    /// <summary>How many conversations of one workspace are written to at the same time.</summary>
    [Range(1, 64, ErrorMessage = "Delivery:Conversations must be 1 to 64.")]
    public int Conversations { get; set; } = 4;

    /// <summary>How long a process that stopped answering keeps its workspaces from the others, in seconds of the machine's clock.</summary>
    [Range(10, 600, ErrorMessage = "Delivery:LeaseSeconds must be 10 to 600.")]
    public int LeaseSeconds { get; set; } = 30;
}

/// <summary>Checks the settings when the program starts.</summary>
[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;
