package ai.chronom.m365.verification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A change in words: on pages, in REST, and in notifications, which know no page. */
final class ChangeSentence {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("ai.chronom.m365.messages", Locale.ENGLISH);

  private ChangeSentence() {}

  static String of(Change change) {
    String key = "change." + change.kind().word();
    String subject =
        change.kind().topic() == ChangeKind.Topic.CHECK
            ? text("verification_check." + change.subject(), change.subject())
            : change.subject();
    return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH)
        .format(new Object[] {subject, read(change.before()), read(change.after())});
  }

  /** Words of the contract as pages say them; other values stand as they are. */
  private static String read(String value) {
    return text("status." + value, value);
  }

  private static String text(String key, String otherwise) {
    try {
      return TEXTS.getString(key);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }
}
