package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.ListFile;
import ai.chronom.m365.findings.ListForm;
import ai.chronom.m365.findings.MemberKind;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.ProtectionHint;
import ai.chronom.m365.findings.ProtectionHints;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of people from a file, and suggestions for the list of protected accounts. */
@Named
@RequestScoped
public class ListImportForm {
  @Inject AddressedTenant addressed;
  @Inject Settling settling;
  @Inject ProtectionHints suggestions;
  @Inject Caller caller;
  @Inject Clock clock;

  private @Nullable List<ProtectionHint> hints;
  private @Nullable String into;
  private @Nullable Part people;
  private boolean instead;

  public void importList() throws IOException {
    caller.requireAdmin();
    if (people == null || people.getSize() == 0) {
      throw Problem.invalid("people", Texts.of("findings_lists.message.error.no_file"));
    }
    PeopleList list =
        PeopleList.find(String.valueOf(into)).orElseThrow(() -> Problem.notFound("The list"));
    try (InputStream content = people.getInputStream()) {
      ListFile file = ListFile.read(content, list, LocalDate.now(clock));
      settling.importList(addressed.id(), list, file, instead, caller.actor());
      Told.on(
          addressed.address("/settings"),
          Texts.of("findings_lists.message.imported", file.entries().size(), file.over()));
    }
  }

  /** Accounts that may belong on the list of protected ones. */
  public List<ProtectionHint> getHints() {
    if (hints == null) {
      hints = caller.isAdmin() ? suggestions.of(addressed.id()) : List.of();
    }
    return hints;
  }

  public String getHintsTitle() {
    return Texts.of("findings_lists.label.suggestions", getHints().size());
  }

  /** Puts one of them on the list. */
  public void protect(String userId) {
    caller.requireAdmin();
    ProtectionHint hint =
        suggestions.of(addressed.id()).stream()
            .filter(one -> one.userId().equals(userId))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("The suggestion"));
    settling.add(
        addressed.id(),
        new ListForm(
            PeopleList.PROTECTED.word(),
            MemberKind.ACCOUNT.word(),
            List.of(hint.userId()),
            hint.userPrincipalName(),
            null),
        caller.actor());
    Told.on(
        addressed.address("/settings"),
        Texts.of("findings_lists.message.protected", hint.userPrincipalName()));
  }

  public @Nullable String getInto() {
    return into;
  }

  public void setInto(@Nullable String into) {
    this.into = into;
  }

  public @Nullable Part getPeople() {
    return people;
  }

  public void setPeople(@Nullable Part people) {
    this.people = people;
  }

  public boolean isInstead() {
    return instead;
  }

  public void setInstead(boolean instead) {
    this.instead = instead;
  }
}
