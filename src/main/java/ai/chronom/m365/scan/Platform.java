package ai.chronom.m365.scan;

/** Where an app of Microsoft 365 ran, in the order of the report's columns. */
public enum Platform {
  WINDOWS("Windows"),
  MAC("Mac"),
  MOBILE("Mobile"),
  WEB("Web");

  private final String column;

  Platform(String column) {
    this.column = column;
  }

  /** Its name in the report. */
  String column() {
    return column;
  }
}
