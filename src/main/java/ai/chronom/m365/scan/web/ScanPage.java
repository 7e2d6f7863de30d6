package ai.chronom.m365.scan.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.CollectionView;
import ai.chronom.m365.scan.ScanPace;
import ai.chronom.m365.scan.ScanRhythm;
import ai.chronom.m365.scan.ScanRhythms;
import ai.chronom.m365.scan.ScanState;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.scan.Scans;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's scans: the newest one live, the earlier ones as a list. */
@Named
@RequestScoped
public class ScanPage {
  private static final int HISTORY = 20;
  private static final List<String> RHYTHMS =
      List.of(ScanRhythm.USUAL, "PT6H", "PT12H", "PT24H", "PT168H", ScanRhythm.NEVER);

  @Inject AddressedTenant addressed;
  @Inject Scans scans;
  @Inject Caller caller;
  @Inject ScanRhythms schedule;
  @Inject Clock clock;

  private @Nullable String chosen;

  private @Nullable Optional<ScanView> latest;

  public void start() {
    caller.requireOperator();
    scans.request(addressed.id(), caller.actor());
    Told.here(Texts.of("scan_scan.message.started"));
  }

  public void cancel() {
    caller.requireOperator();
    ScanView scan = getScan();
    if (scan != null) {
      scans.cancel(addressed.id(), scan.id(), caller.actor());
    }
    Told.here(Texts.of("scan_scan.message.cancelled"));
  }

  /** The newest; null before the first. */
  public @Nullable ScanView getScan() {
    if (latest == null) {
      latest = scans.latest(addressed.id());
    }
    return latest.orElse(null);
  }

  public boolean isRunning() {
    ScanView scan = getScan();
    return scan != null && !scan.state().ended();
  }

  /** What it does now, in one line. */
  public String getNow() {
    ScanView scan = getScan();
    if (scan == null || scan.state() == ScanState.QUEUED) {
      return Texts.of("scan_progress.now.queued");
    }
    return scan.collections().stream()
        .filter(collection -> collection.state() == CollectionState.RUNNING)
        .findFirst()
        .map(ScanPage::reading)
        .orElseGet(() -> Texts.of("scan_progress.now.waiting"));
  }

  private static String reading(CollectionView collection) {
    String name = Texts.of("collection." + collection.name().word());
    return Texts.of("scan_progress.now.running", name.toLowerCase(Locale.ENGLISH));
  }

  /** How fast it is and when it may end; null while it does not run. */
  public @Nullable ScanPace getPace() {
    ScanView scan = getScan();
    return scan == null ? null : scan.pace(clock.instant()).orElse(null);
  }

  /** Its words by their labels, the present one first when it is none of ours. */
  public Map<String, String> getRhythms() {
    Map<String, String> rhythms = new LinkedHashMap<>();
    for (String word : RHYTHMS) {
      rhythms.put(Texts.of("scan_scan.rhythm." + word.toLowerCase(Locale.ENGLISH)), word);
    }
    if (!rhythms.containsValue(getRhythm())) {
      rhythms.put(getRhythm(), getRhythm());
    }
    return rhythms;
  }

  public String getRhythm() {
    return schedule.of(addressed.id()).word();
  }

  /** Taken over by {@link #choose()}. */
  public void setRhythm(String word) {
    chosen = word;
  }

  public void choose() {
    caller.requireOperator();
    schedule.choose(addressed.id(), chosen, caller.actor());
    Told.here(Texts.of("scan_scan.message.scheduled"));
  }

  /** When a scan starts by itself; null when none is planned. */
  public @Nullable Instant getNext() {
    return schedule.next(addressed.id()).orElse(null);
  }

  /** All but the newest, newest first. */
  public List<ScanView> getHistory() {
    return scans.history(addressed.id(), new PageRequest(0, HISTORY)).items().stream()
        .skip(1)
        .toList();
  }
}
