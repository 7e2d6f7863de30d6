package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import ai.chronom.m365.scan.TeamsUser;
import ai.chronom.m365.scan.UserTraces;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells people from rooms, robots, guests and the rest by what a snapshot knows. */
public final class IdentityClasses {
  /** How names that look protected begin. */
  static final List<String> PROTECTED_BEGINNINGS =
      List.of("bg", "break", "emergency", "adm-", "svc-", "svc_", "sa-", "sa_", "sync_", "msol_");

  private static final Pattern LOOKS_PROTECTED =
      Pattern.compile("^(bg|break.?glass|emergency|adm-|svc[-_]|sa[-_]|sync_|msol_)");
  private static final Pattern SYNC = Pattern.compile("^(sync_|adtoaadsyncserviceaccount|msol_)");
  private static final Pattern LEAVE = Pattern.compile("\\bleave\\b|sabbatical|parental|maternity");
  private static final String PHONE_DEPARTMENT = "Microsoft Communication Application Instance";
  private static final int LONG_DAYS = 180;

  private final Inquiry inquiry;
  private final MailboxKinds mailboxes;
  private final Namesakes people = new Namesakes();

  /** The first that answers decides. */
  private final List<BiFunction<ScannedUser, UserTraces, Optional<Identity>>> tests;

  public IdentityClasses(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.mailboxes = new MailboxKinds(inquiry);
    this.tests =
        List.of(
            (user, traces) -> isProtected(user),
            this::resource,
            mailboxes::certain,
            mailboxes::probable,
            (user, traces) -> service(user),
            (user, traces) -> guest(user),
            (user, traces) -> externalMember(user),
            this::leaver,
            (user, traces) -> onLeave(user),
            (user, traces) -> newJoiner(user));
  }

  /** Remembers who works here, so that a second account can be told. */
  public void notice(ScannedUser user, UserTraces traces) {
    if (user.accountEnabled() && !administers(traces)) {
      people.add(user);
    }
  }

  /** Now, or whenever it takes the role on. */
  private static boolean administers(UserTraces traces) {
    return !traces.roles().isEmpty() || !traces.optional().eligibleRoles().isEmpty();
  }

  /** False while accounts to come may still make it an administrator's second one. */
  public boolean sure(Account account) {
    return !administers(account.traces()) || !account.identity().kind().person();
  }

  /** What the account is for after all, once every account has been noticed. */
  public Identity finallyOf(Account account) {
    boolean second =
        !sure(account) && account.user().accountEnabled() && people.know(account.user());
    return second
        ? new Identity(
            IdentityClass.ADMIN_SECONDARY,
            "holds an administrator's role, and the same person has another account",
            account.identity().looksProtected())
        : account.identity();
  }

  public Identity of(ScannedUser user, UserTraces traces) {
    String name = lower(user.userPrincipalName());
    boolean looksProtected = looksProtected(name);
    for (BiFunction<ScannedUser, UserTraces, Optional<Identity>> test : tests) {
      Optional<Identity> found = test.apply(user, traces);
      if (found.isPresent()) {
        return new Identity(found.get().kind(), found.get().why(), looksProtected);
      }
    }
    return new Identity(IdentityClass.PERSON, "nothing says otherwise", looksProtected);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Whether only its admin can know what it is for. */
  static boolean looksProtected(String userPrincipalName) {
    return LOOKS_PROTECTED.matcher(lower(userPrincipalName)).find();
  }

  private static Optional<Identity> when(boolean fits, IdentityClass kind, String why) {
    return fits ? Optional.of(new Identity(kind, why, false)) : Optional.empty();
  }

  private Optional<Identity> isProtected(ScannedUser user) {
    return when(
        inquiry.lists().has(PeopleList.PROTECTED, user),
        IdentityClass.PROTECTED,
        "on the list of protected accounts");
  }

  private Optional<Identity> resource(ScannedUser user, UserTraces traces) {
    TeamsUser teams = traces.optional().teams();
    return when(
            teams != null && teams.resourceAccount(),
            IdentityClass.RESOURCE_ACCOUNT,
            "Teams knows it as a resource account")
        .or(() -> resource(user));
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

  private boolean holds(ScannedUser user, String family) {
    return user.seats().stream()
        .flatMap(seat -> inquiry.holdings().find(seat.skuId()).stream())
        .anyMatch(holding -> holding.family().startsWith(family));
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

  private Optional<Identity> leaver(ScannedUser user, UserTraces traces) {
    return LeaveDates.left(user, traces, inquiry)
        .map(
            day ->
                new Identity(IdentityClass.LEAVER, "its person left the company on " + day, false));
  }

  private Optional<Identity> onLeave(ScannedUser user) {
    String type = Objects.requireNonNullElse(user.employeeType(), "").toLowerCase(Locale.ROOT);
    return when(
            inquiry.lists().has(PeopleList.ON_LEAVE, user),
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
        .map(Seat::changedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
