package ai.chronom.m365.findings;

/** What somebody hears who asks what if. */
public sealed interface WhatIfAnswer {
  /** What the rules would make of it. */
  record Known(Evaluation evaluation) implements WhatIfAnswer {}

  /**
   * Ask again in some seconds.
   *
   * @param begun false while another question is answered first
   * @param percent of the accounts seen; below 100
   */
  record Awaited(boolean begun, int percent) implements WhatIfAnswer {}

  /** It could not be worked out; the log says why. Asking once more tries again. */
  record Failed() implements WhatIfAnswer {}
}
