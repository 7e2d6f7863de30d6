package ai.chronom.m365.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A stored {@link RegistrationCheck}. */
@Embeddable
public class CheckRow {
  @Column(name = "name")
  private String name;

  @Column(name = "expected")
  private String expected;

  @Column(name = "found")
  private String found;

  @Column(name = "is_ok")
  private @Nullable Boolean ok;

  @Column(name = "remedy")
  private String remedy;

  @Column(name = "remedy_link")
  private String remedyLink;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected CheckRow() {}

  CheckRow(RegistrationCheck check) {
    this.name = check.check();
    this.expected = Text.fitting(check.expected());
    this.found = Text.fitting(check.found());
    this.ok = check.ok();
    this.remedy = Text.fitting(check.remedy());
    this.remedyLink = Text.fitting(check.remedyLink());
  }

  RegistrationCheck check() {
    return new RegistrationCheck(name, expected, found, ok, remedy, remedyLink);
  }
}
