package ai.chronom.m365.findings;

import ai.chronom.m365.scan.Activation;
import ai.chronom.m365.scan.AppProtection;
import ai.chronom.m365.scan.AppSignIn;
import ai.chronom.m365.scan.AppUse;
import ai.chronom.m365.scan.CopilotUse;
import ai.chronom.m365.scan.Custodian;
import ai.chronom.m365.scan.DirectoryRole;
import ai.chronom.m365.scan.Mailbox;
import ai.chronom.m365.scan.ManagedDevice;
import ai.chronom.m365.scan.OneDrive;
import ai.chronom.m365.scan.OptionalTraces;
import ai.chronom.m365.scan.PhoneCall;
import ai.chronom.m365.scan.Platform;
import ai.chronom.m365.scan.TeamsUse;
import ai.chronom.m365.scan.TeamsUser;
import ai.chronom.m365.scan.UserTraces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the services know of an account in tests: nothing, unless told otherwise. */
public final class SampleTraces {
  private static final long GIGABYTE = 1L << 30;

  private AppUse apps;
  private final List<Activation> activations = new ArrayList<>();
  private Mailbox mailbox;
  private OneDrive oneDrive;
  private TeamsUse teams;
  private CopilotUse copilot;
  private final List<ManagedDevice> devices = new ArrayList<>();
  private final List<AppProtection> protections = new ArrayList<>();
  private final List<AppSignIn> appSignIns = new ArrayList<>();
  private final List<DirectoryRole> roles = new ArrayList<>();
  private final List<Custodian> custodies = new ArrayList<>();
  private final List<Instant> disabledAt = new ArrayList<>();
  private Instant leavesAt;
  private final List<DirectoryRole> eligible = new ArrayList<>();
  private String purpose;
  private boolean room;
  private TeamsUser teamsUser;
  private final List<PhoneCall> calls = new ArrayList<>();

  static LocalDate day(int daysAgo) {
    return LocalDate.ofInstant(SampleUser.ago(daysAgo), ZoneOffset.UTC);
  }

  /** Its mailbox as Exchange reports it; the kind may be null. */
  public SampleTraces mailbox(double gigabytes, boolean archive, String kind) {
    return mailbox(gigabytes, archive, 30, kind);
  }

  public SampleTraces mailbox(double gigabytes, boolean archive, int deletedQuota, String kind) {
    mailbox =
        new Mailbox(
            null,
            (long) (gigabytes * GIGABYTE),
            100 * GIGABYTE,
            deletedQuota * GIGABYTE,
            archive,
            kind);
    return this;
  }

  /** In the app report, on those platforms within 180 days. */
  public SampleTraces apps(Integer usedDaysAgo, Platform... platforms) {
    LocalDate used = usedDaysAgo == null ? null : day(usedDaysAgo);
    apps = new AppUse(null, used, Set.of(platforms), Map.of());
    return this;
  }

  public SampleTraces activated(String product, Integer daysAgo) {
    LocalDate at = daysAgo == null ? null : day(daysAgo);
    activations.add(new Activation(product, at, daysAgo == null ? 0 : 1, 0, 0, false));
    return this;
  }

  public SampleTraces onSharedComputer() {
    activations.add(new Activation("Microsoft 365 Apps", null, 0, 0, 0, true));
    return this;
  }

  public SampleTraces copilot(Integer daysAgo, Long activeDays) {
    copilot = new CopilotUse(daysAgo == null ? null : day(daysAgo), activeDays, activeDays);
    return this;
  }

  public SampleTraces oneDrive(double gigabytes) {
    oneDrive = new OneDrive(null, (long) (gigabytes * GIGABYTE), null, null);
    return this;
  }

  public SampleTraces teams(long calls, long organized, long attended) {
    teams = new TeamsUse(day(3), 5L, calls, organized, attended, true);
    return this;
  }

  public SampleTraces device(String system, int syncedDaysAgo) {
    devices.add(
        new ManagedDevice("d" + devices.size(), system, "mdm", SampleUser.ago(syncedDaysAgo)));
    return this;
  }

  public SampleTraces protectedApp(int daysAgo) {
    protections.add(new AppProtection("p", SampleUser.ago(daysAgo)));
    return this;
  }

  public SampleTraces powerBi(int daysAgo) {
    appSignIns.add(new AppSignIn(AppSignIn.POWER_BI, SampleUser.ago(daysAgo)));
    return this;
  }

  public SampleTraces role(String name) {
    roles.add(new DirectoryRole("role-" + name, name));
    return this;
  }

  public SampleTraces custody(String status) {
    custodies.add(new Custodian("case", "custodian", "mail", status, "applied"));
    return this;
  }

  public SampleTraces disabledAt(int daysAgo) {
    disabledAt.add(SampleUser.ago(daysAgo));
    return this;
  }

  /** A negative number of days lies ahead. */
  public SampleTraces left(int daysAgo) {
    leavesAt = SampleUser.ago(daysAgo);
    return this;
  }

  public SampleTraces eligible(String role) {
    eligible.add(new DirectoryRole("role-" + role, role));
    return this;
  }

  public SampleTraces purpose(String word) {
    purpose = word;
    return this;
  }

  public SampleTraces room() {
    room = true;
    return this;
  }

  public SampleTraces teamsUser(String accountType, boolean voice, int numbers) {
    teamsUser = new TeamsUser(accountType, voice, numbers, false);
    return this;
  }

  public SampleTraces sharesALine() {
    teamsUser = new TeamsUser("user", true, 0, true);
    return this;
  }

  public SampleTraces called(PhoneCall.Kind kind, int daysAgo) {
    calls.add(new PhoneCall(kind, SampleUser.ago(daysAgo)));
    return this;
  }

  boolean hasMailbox() {
    return mailbox != null;
  }

  UserTraces traces() {
    return new UserTraces(
        apps,
        activations,
        mailbox,
        oneDrive,
        teams,
        null,
        null,
        copilot,
        devices,
        protections,
        appSignIns,
        roles,
        custodies,
        disabledAt,
        new OptionalTraces(leavesAt, eligible, purpose, room, teamsUser, calls));
  }
}
