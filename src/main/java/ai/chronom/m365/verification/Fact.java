package ai.chronom.m365.verification;

/**
 * One thing about a tenant as it was seen for certain.
 *
 * @param value what is compared
 * @param shown how it reads; often the value itself
 * @param remedy what to click if the value is a bad one
 */
record Fact(Thing thing, String value, String shown, String remedy, String remedyLink) {
  private static final int VALUE_MAX_CHARS = 60;
  private static final int SHOWN_MAX_CHARS = 300;

  Fact {
    // As they are stored, so that they compare with what was stored.
    value = Text.fitting(value, VALUE_MAX_CHARS);
    shown = Text.fitting(shown, SHOWN_MAX_CHARS);
  }

  /** What a fact is about. */
  enum Aspect {
    STATUS,
    CONFIGURED,
    EFFECTIVE,
    EXCESS,
    CHECK,
    CREDENTIAL,
    REACH,
    /** Whether everything in excess could be seen once. */
    WHOLE
  }

  /**
   * @param name of a permission or a check; empty when there is only one such thing
   */
  record Thing(Aspect aspect, String name) {
    private static final int NAME_MAX_CHARS = 200;

    Thing {
      name = Text.fitting(name, NAME_MAX_CHARS);
    }
  }

  static Fact of(Aspect aspect, String name, String value) {
    return new Fact(new Thing(aspect, name), value, value, "", "");
  }
}
