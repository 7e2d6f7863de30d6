package ai.chronom.m365.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** What the console says once everything runs: where to click, what to paste. */
record StartBlock(String url, Path adminPassword, Optional<SandboxProcess> sandbox, Path log) {
  private static final String LINE = "-".repeat(78) + "\n";

  @Override
  public String toString() {
    return "\n"
        + LINE
        + product()
        + sandbox.map(StartBlock::sandboxLines).orElse("")
        + ending()
        + LINE;
  }

  private String product() {
    return " Chronom for Microsoft 365 runs at  "
        + url
        + "\n"
        + " Sign in as                         admin\n"
        + " First password in the file         "
        + adminPassword
        + "\n";
  }

  private static String sandboxLines(SandboxProcess sandbox) {
    return "\n Try it with the sandbox, a made-up company: add a tenant and paste\n"
        + "   Cloud                            Sandbox (Contoso)\n"
        + "   Tenant ID                        "
        + sandbox.tenantId()
        + "\n"
        + "   Application ID                   "
        + sandbox.applicationId()
        + "\n"
        + "   Client secret                    "
        + sandbox.clientSecret()
        + "\n"
        + "   Its portal page                  "
        + sandbox.portalUrl()
        + "\n";
  }

  private String ending() {
    return "\n Log                                "
        + log
        + "\n"
        + " Ctrl-C stops it; the data stays.\n";
  }
}
