package ai.chronom.m365.scan;

/** The apps that Microsoft's app report tells apart, in the order of its columns. */
public enum OfficeApp {
  OUTLOOK("Outlook"),
  WORD("Word"),
  EXCEL("Excel"),
  POWER_POINT("PowerPoint"),
  ONE_NOTE("OneNote"),
  TEAMS("Teams");

  private final String column;

  OfficeApp(String column) {
    this.column = column;
  }

  /** Its name in the report. */
  String column() {
    return column;
  }
}
