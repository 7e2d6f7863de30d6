package ai.chronom.m365.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Into which kind of file a report goes. */
public enum ExportFormat {
  CSV("text/csv;charset=UTF-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** By the ending of the file's name. */
  public static Optional<ExportFormat> find(String ending) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(ending))
        .findFirst();
  }
}
