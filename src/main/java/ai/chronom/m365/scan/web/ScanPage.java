package ai.chronom.m365.scan.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.CollectionView;
import ai.chronom.m365.scan.ScanState;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.scan.Scans;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's scans: the newest one live, the earlier ones as a list. */
@Named
@RequestScoped
public class ScanPage {
  private static final int HISTORY = 20;

  @Inject AddressedTenant addressed;
  @Inject Scans scans;
  @Inject Caller caller;

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

  /** All but the newest, newest first. */
  public List<ScanView> getHistory() {
    return scans.history(addressed.id(), new PageRequest(0, HISTORY)).items().stream()
        .skip(1)
        .toList();
  }
}
