package ai.chronom.m365.onboarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which language an admin may have the registration done instead of by hand. */
public enum ScriptKind {
  AZURE_CLI_BASH("sh"),
  AZURE_CLI_POWERSHELL("ps1"),
  GRAPH_POWERSHELL("ps1"),
  TERRAFORM("tf"),
  MANIFEST("json");

  private final String fileExtension;

  ScriptKind(String fileExtension) {
    this.fileExtension = fileExtension;
  }

  public static Optional<ScriptKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A name for the download. */
  public String fileName() {
    return "chronom-" + word() + "." + fileExtension;
  }
}
