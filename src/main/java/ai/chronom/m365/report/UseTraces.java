package ai.chronom.m365.report;

import ai.chronom.m365.findings.Source;
import ai.chronom.m365.findings.Sources;
import ai.chronom.m365.scan.Activation;
import ai.chronom.m365.scan.AppUse;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CopilotUse;
import ai.chronom.m365.scan.MailUse;
import ai.chronom.m365.scan.ManagedDevice;
import ai.chronom.m365.scan.OneDrive;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SharePointUse;
import ai.chronom.m365.scan.SignInActivity;
import ai.chronom.m365.scan.TeamsUse;
import ai.chronom.m365.scan.TracedUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that was read of the use of one account, source by source. */
final class UseTraces {
  private final TracedUser traced;
  private final Sources sources;
  private final List<UseTrace> all = new ArrayList<>();

  private UseTraces(TracedUser traced, Sources sources) {
    this.traced = traced;
    this.sources = sources;
  }

  static List<UseTrace> of(TracedUser traced, Sources sources) {
    UseTraces traces = new UseTraces(traced, sources);
    traces.signIns();
    traces.services();
    traces.reports();
    traces.devices();
    return List.copyOf(traces.all);
  }

  private void signIns() {
    Source source = sources.signIns();
    SignInActivity read = traced.user().signIns();
    add(
        "sign-in-successful",
        CollectionName.USERS,
        source,
        of(read, SignInActivity::lastSuccessful));
    add("sign-in-attempt", CollectionName.USERS, source, of(read, SignInActivity::lastInteractive));
    add(
        "sign-in-automatic",
        CollectionName.USERS,
        source,
        of(read, SignInActivity::lastNonInteractive));
  }

  private void services() {
    ServiceActivity use = traced.user().activity();
    report("exchange", CollectionName.REPORT_ACTIVE_USERS, of(use, ServiceActivity::exchange));
    report("one-drive", CollectionName.REPORT_ACTIVE_USERS, of(use, ServiceActivity::oneDrive));
    report("share-point", CollectionName.REPORT_ACTIVE_USERS, of(use, ServiceActivity::sharePoint));
    report("teams", CollectionName.REPORT_ACTIVE_USERS, of(use, ServiceActivity::teams));
    report("viva-engage", CollectionName.REPORT_ACTIVE_USERS, of(use, ServiceActivity::yammer));
  }

  private void reports() {
    report("apps", CollectionName.REPORT_APPS, of(traced.traces().apps(), AppUse::lastActive));
    report(
        "activation",
        CollectionName.REPORT_ACTIVATIONS,
        latest(traced.traces().activations().stream().map(Activation::lastActivated)));
    report("mail", CollectionName.REPORT_MAIL, of(traced.traces().mail(), MailUse::lastActive));
    report(
        "one-drive-files",
        CollectionName.REPORT_ONE_DRIVE,
        of(traced.traces().oneDrive(), OneDrive::lastActive));
    report(
        "teams-use",
        CollectionName.REPORT_TEAMS,
        of(traced.traces().teams(), TeamsUse::lastActive));
    report(
        "share-point-files",
        CollectionName.REPORT_SHARE_POINT,
        of(traced.traces().sharePoint(), SharePointUse::lastActive));
    report(
        "copilot",
        CollectionName.REPORT_COPILOT,
        of(traced.traces().copilot(), CopilotUse::lastActive));
  }

  private void devices() {
    add(
        "device",
        CollectionName.MANAGED_DEVICES,
        sources.collection(CollectionName.MANAGED_DEVICES),
        traced.traces().devices().stream()
            .map(ManagedDevice::lastSync)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null));
  }

  private void report(String what, CollectionName name, @Nullable LocalDate day) {
    Instant last = day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    add(what, name, sources.collection(name), last);
  }

  private void add(String what, CollectionName name, Source source, @Nullable Instant last) {
    String gap = source.gap() == null ? null : source.gap().toString();
    all.add(new UseTrace(what, name, gap == null ? last : null, source.asOf(), gap));
  }

  private static <T, R> @Nullable R of(@Nullable T read, Function<T, @Nullable R> value) {
    return read == null ? null : value.apply(read);
  }

  private static @Nullable LocalDate latest(Stream<@Nullable LocalDate> days) {
    return days.filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
  }
}
