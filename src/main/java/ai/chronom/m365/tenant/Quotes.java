package ai.chronom.m365.tenant;

import jakarta.json.Json;

/** String literals of the languages that scripts for admins are written in. */
public final class Quotes {
  private Quotes() {}

  public static String bash(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Typographic quotes end a PowerShell string, too. */
  public static String powershell(String text) {
    return "'" + text.replaceAll("(['\u2018\u2019\u201A\u201B])", "$1$1") + "'";
  }

  public static String json(String text) {
    return Json.createValue(text).toString();
  }

  public static String terraform(String text) {
    return json(text).replace("${", "$${").replace("%{", "%%{");
  }
}
