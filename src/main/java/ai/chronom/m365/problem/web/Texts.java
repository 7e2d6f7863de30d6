package ai.chronom.m365.problem.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the console for page beans; pages themselves read them as {@code text}. */
public final class Texts {
  private static final String BUNDLE = "ai.chronom.m365.messages";

  private Texts() {}

  /** With the values filled in where the text says {0}, {1} and so on. */
  public static String of(String key, Object... values) {
    String text = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
    return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
  }
}
