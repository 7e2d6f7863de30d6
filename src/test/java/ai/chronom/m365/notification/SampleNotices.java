package ai.chronom.m365.notification;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.verification.Change;
import ai.chronom.m365.verification.ChangeKind;
import ai.chronom.m365.verification.TenantChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices about Contoso. */
final class SampleNotices {
  static final TenantId CONTOSO =
      new TenantId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final String HOSTILE =
      "Contoso\r\nBcc: everybody@example.com\r\n\r\n<script>alert(1)</script> [click](https://evil.example)";

  private SampleNotices() {}

  static Notice lost(String tenantName) {
    return notice(tenantName, null, lost());
  }

  static Notice notice(String tenantName, @Nullable String link, TenantChange... changes) {
    return new Notice(
        "d0000000-0000-4000-8000-000000000001",
        CONTOSO,
        tenantName,
        NOW,
        false,
        List.of(changes),
        link);
  }

  static TenantChange lost() {
    return new TenantChange(
        7,
        CONTOSO,
        NOW,
        new Change(
            ChangeKind.PERMISSION_LOST,
            "Reports.Read.All",
            "granted",
            "consent-missing",
            "Open API permissions and press Grant admin consent.",
            "https://portal.azure.com/#view/x"),
        true,
        null);
  }

  static Notice test() {
    return new Notice(
        "d0000000-0000-4000-8000-000000000002", null, "", NOW, false, List.of(), null);
  }
}
