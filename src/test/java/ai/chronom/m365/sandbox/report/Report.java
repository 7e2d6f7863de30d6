package ai.chronom.m365.sandbox.report;

import java.util.List;

/** One report: the name of its function and its columns in their order. */
public record Report(String function, List<String> columns) {

  /** Copilot's reports answer with the file itself; the others lead to it. */
  public boolean isDirect() {
    return function.startsWith("getMicrosoft365Copilot");
  }
}
