package ai.chronom.m365.findings;

import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells people from rooms, robots, guests and the rest by what a snapshot knows. Administrators'
 * second accounts and leavers need data that no scan collects yet: they count as persons.
 */
public final class IdentityClasses {
  private static final Pattern LOOKS_PROTECTED =
      Pattern.compile("^(bg|break.?glass|emergency|adm-|svc[-_]|sa[-_]|sync_|msol_)");
  private static final Pattern SYNC = Pattern.compile("^(sync_|adtoaadsyncserviceaccount|msol_)");
  private static final Pattern LEAVE = Pattern.compile("\\bleave\\b|sabbatical|parental|maternity");
  private static final String PHONE_DEPARTMENT = "Microsoft Communication Application Instance";
  private static final int LONG_DAYS = 180;
  private static final int MAILBOX_USED_DAYS = 30;

  private final Inquiry inquiry;

  public IdentityClasses(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  public Identity of(ScannedUser user) {
    String name = user.userPrincipalName().toLowerCase(Locale.ROOT);
    boolean looksProtected = LOOKS_PROTECTED.matcher(name).find();
    List<Function<ScannedUser, Optional<Identity>>> tests =
        List.of(
            this::isProtected,
            this::resource,
            this::room,
            this::shared,
            this::service,
            this::guest,
            this::externalMember,
            this::onLeave,
            this::newJoiner);
    return tests.stream()
        .flatMap(test -> test.apply(user).stream())
        .findFirst()
        .map(found -> new Identity(found.kind(), found.why(), looksProtected))
        .orElse(new Identity(IdentityClass.PERSON, "nothing says otherwise", looksProtected));
  }

  private static Optional<Identity> when(boolean fits, IdentityClass kind, String why) {
    return fits ? Optional.of(new Identity(kind, why, false)) : Optional.empty();
  }

  private Optional<Identity> isProtected(ScannedUser user) {
    return when(
        inquiry.lists().protectedAccounts().contains(user.id()),
        IdentityClass.PROTECTED,
        "on the list of protected accounts");
  }

  private Optional<Identity> resource(ScannedUser user) {
    return when(
            holds(user, "TEAMS-PHONE-RA"),
            IdentityClass.RESOURCE_ACCOUNT,
            "holds a Teams Phone Resource Account license")
        .or(
            () ->
                when(
                    PHONE_DEPARTMENT.equals(user.department()),
                    IdentityClass.RESOURCE_ACCOUNT,
                    "its department is that of phone applications"));
  }

  private Optional<Identity> room(ScannedUser user) {
    return when(holds(user, "ROOMS-"), IdentityClass.ROOM, "holds a Teams Rooms license")
        .or(
            () ->
                when(
                    holds(user, "SHARED-DEVICE"),
                    IdentityClass.EQUIPMENT,
                    "holds a shared-device license"));
  }

  private boolean holds(ScannedUser user, String family) {
    return user.seats().stream()
        .flatMap(seat -> inquiry.holdings().find(seat.skuId()).stream())
        .anyMatch(holding -> holding.family().startsWith(family));
  }

  private Optional<Identity> shared(ScannedUser user) {
    if (user.accountEnabled() || !hasMailbox(user)) {
      return Optional.empty();
    }
    return when(
            usedWhileDisabled(user),
            IdentityClass.PROBABLE_SHARED,
            "its mailbox is in use although the account has been disabled for longer")
        .or(
            () ->
                when(
                    usedWithoutSignIn(user) && nameless(user),
                    IdentityClass.PROBABLE_SHARED,
                    "its mailbox is in use, nobody ever signed in, and it bears no person's name"));
  }

  private boolean hasMailbox(ScannedUser user) {
    return user.seats().stream()
        .flatMap(
            seat ->
                inquiry.holdings().find(seat.skuId()).stream()
                    .map(holding -> PaidSeat.of(seat, holding)))
        .anyMatch(seat -> Mailboxes.has(seat.effective(), inquiry.ladder()));
  }

  private boolean usedWhileDisabled(ScannedUser user) {
    Instant disabled = user.disabledSeen();
    Instant used = mailUse(user).orElse(null);
    return disabled != null
        && used != null
        && inquiry.within(used, MAILBOX_USED_DAYS)
        && disabled.isBefore(used);
  }

  private boolean usedWithoutSignIn(ScannedUser user) {
    SignInActivity signIns = user.signIns();
    boolean none =
        inquiry.sources().signIns().known()
            && signIns != null
            && LastActivity.dates(signIns).isEmpty();
    return none && mailUse(user).isPresent();
  }

  private Optional<Instant> mailUse(ScannedUser user) {
    ServiceActivity activity = user.activity();
    if (!inquiry.sources().activity().known() || activity == null) {
      return Optional.empty();
    }
    LocalDate used = activity.exchange();
    return used == null
        ? Optional.empty()
        : Optional.of(used.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static boolean nameless(ScannedUser user) {
    return Stream.of(user.givenName(), user.surname(), user.employeeId(), user.jobTitle())
        .allMatch(text -> text == null || text.isBlank());
  }

  private Optional<Identity> service(ScannedUser user) {
    String name = user.userPrincipalName().toLowerCase(Locale.ROOT);
    return when(SYNC.matcher(name).find(), IdentityClass.SERVICE, "its name is that of a sync")
        .or(
            () ->
                when(
                    onlyRobots(user),
                    IdentityClass.SERVICE,
                    "only non-interactive sign-ins, nobody at a keyboard for 180 days"));
  }

  private boolean onlyRobots(ScannedUser user) {
    SignInActivity signIns = user.signIns();
    if (signIns == null || !inquiry.sources().signIns().known()) {
      return false;
    }
    // A robot's sign-ins are successful ones too: only interactive ones and reports show a person.
    boolean byHand = inquiry.within(signIns.lastInteractive(), LONG_DAYS);
    boolean reported =
        Optional.ofNullable(user.activity()).flatMap(ServiceActivity::latest).isPresent();
    return inquiry.within(signIns.lastNonInteractive(), inquiry.thresholds().inactiveDays())
        && !byHand
        && !reported;
  }

  private Optional<Identity> guest(ScannedUser user) {
    boolean guest =
        "Guest".equals(user.userType())
            || (user.userType() == null && user.externalUserState() != null);
    return when(guest, IdentityClass.GUEST, "its user type is guest");
  }

  private Optional<Identity> externalMember(ScannedUser user) {
    return when(
        user.userPrincipalName().contains("#EXT#"),
        IdentityClass.EXTERNAL_MEMBER,
        "a member whose home is another tenant");
  }

  private Optional<Identity> onLeave(ScannedUser user) {
    String type = Objects.requireNonNullElse(user.employeeType(), "").toLowerCase(Locale.ROOT);
    return when(
            inquiry.lists().onLeave().contains(user.id()),
            IdentityClass.ON_LEAVE,
            "on the list of people on leave")
        .or(
            () ->
                when(
                    LEAVE.matcher(type).find(),
                    IdentityClass.ON_LEAVE,
                    "its employee type speaks of leave"));
  }

  private Optional<Identity> newJoiner(ScannedUser user) {
    int days = inquiry.thresholds().graceDays();
    Instant assigned = newestAssignment(user);
    return when(inquiry.within(user.hiredAt(), days), IdentityClass.NEW_JOINER, "hired lately")
        .or(
            () ->
                when(
                    inquiry.within(user.createdAt(), days),
                    IdentityClass.NEW_JOINER,
                    "account made lately"))
        .or(
            () ->
                when(
                    inquiry.within(assigned, days),
                    IdentityClass.NEW_JOINER,
                    "license assigned lately"));
  }

  private static @Nullable Instant newestAssignment(ScannedUser user) {
    return user.seats().stream()
        .map(Seat::paths)
        .flatMap(List::stream)
        .filter(AssignmentPath::active)
        .map(AssignmentPath::lastUpdated)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
