package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the services know of one account, beside the account itself. Null, or an empty list, means
 * that a collection has nothing about it; whether the collection may be believed is in {@link
 * Snapshot#collections()}.
 *
 * @param roles administrators' roles, active ones only; those it may take on are optional
 * @param custodies the cases that keep its data
 * @param disabledAt when the audit log saw it disabled, newest first
 * @param optional what permissions beyond the guide's tell, where they are granted
 */
public record UserTraces(
    @Nullable AppUse apps,
    List<Activation> activations,
    @Nullable Mailbox mailbox,
    @Nullable OneDrive oneDrive,
    @Nullable TeamsUse teams,
    @Nullable MailUse mail,
    @Nullable SharePointUse sharePoint,
    @Nullable CopilotUse copilot,
    List<ManagedDevice> devices,
    List<AppProtection> appProtections,
    List<AppSignIn> appSignIns,
    List<DirectoryRole> roles,
    List<Custodian> custodies,
    List<Instant> disabledAt,
    OptionalTraces optional) {
  public static final UserTraces NONE =
      new UserTraces(
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          OptionalTraces.NONE);

  public UserTraces {
    activations = List.copyOf(activations);
    devices = List.copyOf(devices);
    appProtections = List.copyOf(appProtections);
    appSignIns = List.copyOf(appSignIns);
    roles = List.copyOf(roles);
    custodies = List.copyOf(custodies);
    disabledAt = List.copyOf(disabledAt);
  }
}
