package ai.chronom.m365.findings;

import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Mailbox;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import ai.chronom.m365.scan.UserTraces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whose mailbox a mailbox is, from what can be read without opening it. */
public final class MailboxKinds {
  private static final int USED_DAYS = 30;
  private static final int ENOUGH_SIGNS = 2;
  private static final Set<String> PEOPLE = Set.of("user", "linked");
  private static final Map<String, IdentityClass> KINDS =
      Map.of(
          "shared", IdentityClass.SHARED,
          "room", IdentityClass.ROOM,
          "equipment", IdentityClass.EQUIPMENT);

  private final Inquiry inquiry;

  public MailboxKinds(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** Its own person's for sure or in all likelihood: certain, or at least two signs of a person. */
  public boolean personal(ScannedUser user, UserTraces traces) {
    Optional<Told> certain = told(traces);
    return certain.isPresent()
        ? PEOPLE.contains(certain.get().kind())
        : !usedWhileDisabled(user, traces) && personSigns(user, traces) >= ENOUGH_SIGNS;
  }

  /** A room, a device or a shared mailbox, when Microsoft says so or a license does. */
  Optional<Identity> certain(ScannedUser user, UserTraces traces) {
    return told(traces)
        .flatMap(told -> Optional.ofNullable(KINDS.get(told.kind())).map(told::identity))
        .or(() -> byLicense(user, "ROOMS-", IdentityClass.ROOM, "holds a Teams Rooms license"))
        .or(
            () ->
                byLicense(
                    user,
                    "SHARED-DEVICE",
                    IdentityClass.EQUIPMENT,
                    "holds a shared-device license"));
  }

  /** Accounts of shared mailboxes are disabled by design, so only disabled ones are guessed. */
  Optional<Identity> probable(ScannedUser user, UserTraces traces) {
    if (user.accountEnabled() || told(traces).isPresent() || !exists(user, traces)) {
      return Optional.empty();
    }
    if (usedWhileDisabled(user, traces)) {
      return probablyShared(
          "its mailbox is in use although the account has been disabled for longer");
    }
    return usedWithoutSignIn(user, traces) && nameless(user)
        ? probablyShared(
            "its mailbox is in use, nobody ever signed in, and it bears no person's name")
        : Optional.empty();
  }

  private static Optional<Identity> probablyShared(String why) {
    return Optional.of(new Identity(IdentityClass.PROBABLE_SHARED, why, false));
  }

  private Optional<Identity> byLicense(
      ScannedUser user, String family, IdentityClass kind, String why) {
    return user.seats().stream()
            .flatMap(seat -> inquiry.holdings().find(seat.skuId()).stream())
            .anyMatch(holding -> holding.family().startsWith(family))
        ? Optional.of(new Identity(kind, why, false))
        : Optional.empty();
  }

  /**
   * Microsoft's own word for the kind of a mailbox.
   *
   * @param kind in lower case
   * @param by who says so, a phrase that {@code as} and the kind may follow
   */
  private record Told(String kind, String by) {
    Identity identity(IdentityClass identityClass) {
      return new Identity(identityClass, by + " as " + identityClass.word(), false);
    }
  }

  /** By the mailbox itself, else by the report, else by the list of rooms. */
  private Optional<Told> told(UserTraces traces) {
    return Optional.ofNullable(traces.optional().mailboxPurpose())
        .map(purpose -> purpose.toLowerCase(Locale.ROOT))
        .filter(purpose -> PEOPLE.contains(purpose) || KINDS.containsKey(purpose))
        .map(purpose -> new Told(purpose, "its own settings know the mailbox"))
        .or(() -> reported(traces).map(kind -> new Told(kind, "Exchange reports its mailbox")))
        .or(
            () ->
                traces.optional().room()
                    ? Optional.of(new Told("room", "the list of rooms knows its address"))
                    : Optional.empty());
  }

  /** Exchange's own word in lower case, such as {@code user} or {@code shared}. */
  private Optional<String> reported(UserTraces traces) {
    return mailbox(traces)
        .map(Mailbox::recipientType)
        .map(type -> type.strip().toLowerCase(Locale.ROOT).replace("mailbox", ""))
        .filter(type -> !type.isEmpty());
  }

  private Optional<Mailbox> mailbox(UserTraces traces) {
    return inquiry.sources().known(CollectionName.REPORT_MAILBOXES)
        ? Optional.ofNullable(traces.mailbox())
        : Optional.empty();
  }

  /** A plan for it, and a row in the mailbox report when that can be read. */
  private boolean exists(ScannedUser user, UserTraces traces) {
    boolean reported =
        !inquiry.sources().known(CollectionName.REPORT_MAILBOXES) || traces.mailbox() != null;
    return reported
        && user.seats().stream()
            .flatMap(seat -> inquiry.holdings().seat(seat).stream())
            .anyMatch(seat -> Mailboxes.has(seat.effective(), inquiry.ladder()));
  }

  /** Mere delivery does not count as use: somebody reads it, or sends from it. */
  private boolean usedWhileDisabled(ScannedUser user, UserTraces traces) {
    Instant disabled = traces.disabledAt().stream().findFirst().orElse(user.disabledSeen());
    Instant used = mailUse(user, traces).orElse(null);
    return !user.accountEnabled()
        && disabled != null
        && used != null
        && inquiry.within(used, USED_DAYS)
        && disabled.isBefore(used);
  }

  private boolean usedWithoutSignIn(ScannedUser user, UserTraces traces) {
    SignInActivity signIns = user.signIns();
    boolean none =
        inquiry.sources().signIns().known()
            && signIns != null
            && LastActivity.dates(signIns).isEmpty();
    return none && mailUse(user, traces).isPresent();
  }

  private Optional<Instant> mailUse(ScannedUser user, UserTraces traces) {
    ServiceActivity activity = user.activity();
    LocalDate byReport =
        inquiry.sources().activity().known() && activity != null ? activity.exchange() : null;
    LocalDate byMailbox = mailbox(traces).map(Mailbox::lastActive).orElse(null);
    return Stream.of(Optional.ofNullable(byReport), Optional.ofNullable(byMailbox))
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo)
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static long personSigns(ScannedUser user, UserTraces traces) {
    SignInActivity signIns = user.signIns();
    ServiceActivity activity = user.activity();
    boolean signedIn = signIns != null && signIns.lastSuccessful() != null;
    boolean apps =
        traces.activations().stream().anyMatch(one -> one.lastActivated() != null)
            || (traces.apps() != null && traces.apps().lastActive() != null);
    boolean devices = !traces.devices().isEmpty() || (activity != null && activity.teams() != null);
    return Stream.of(signedIn, apps, devices, named(user.employeeId()) || named(user.jobTitle()))
        .filter(sign -> sign)
        .count();
  }

  private static boolean nameless(ScannedUser user) {
    return Stream.of(
            Optional.ofNullable(user.givenName()),
            Optional.ofNullable(user.surname()),
            Optional.ofNullable(user.employeeId()),
            Optional.ofNullable(user.jobTitle()))
        .flatMap(Optional::stream)
        .noneMatch(MailboxKinds::named);
  }

  private static boolean named(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
