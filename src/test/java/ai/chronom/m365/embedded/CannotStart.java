package ai.chronom.m365.embedded;

/** Why the run does not start, in one sentence for the person at the console. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String sentence) {
    super(sentence);
  }
}
