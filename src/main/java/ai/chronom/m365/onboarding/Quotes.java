package ai.chronom.m365.onboarding;

import jakarta.json.Json;

/** String literals of the languages that setup scripts are written in. */
final class Quotes {
  private Quotes() {}

  static String bash(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Typographic quotes end a PowerShell string, too. */
  static String powershell(String text) {
    return "'" + text.replaceAll("(['\u2018\u2019\u201A\u201B])", "$1$1") + "'";
  }

  static String json(String text) {
    return Json.createValue(text).toString();
  }

  static String terraform(String text) {
    return json(text).replace("${", "$${").replace("%{", "%%{");
  }
}
