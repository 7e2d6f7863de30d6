package ai.chronom.m365.findings.remedy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which language an admin may have a finding carried out. */
public enum RemedyScriptKind {
  GRAPH_POWERSHELL("remedy.ps1"),
  AZURE_CLI_BASH("remedy.sh");

  private final String template;

  RemedyScriptKind(String template) {
    this.template = template;
  }

  String template() {
    return template;
  }

  /** A name for the download. */
  public String fileName() {
    return "chronom-" + template;
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its word on the wire. */
  public static Optional<RemedyScriptKind> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
