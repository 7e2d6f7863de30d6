package ai.chronom.m365.report.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.report.UseTrace;
import ai.chronom.m365.report.UserFile;
import ai.chronom.m365.report.UserFiles;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One person: licenses, use, and what was found. */
@Named
@RequestScoped
public class UserPage {
  @Inject AddressedTenant addressed;
  @Inject UserFiles users;

  private @Nullable UserFile file;

  /** Throws a {@link Problem} of kind not-found. */
  public void load() {
    String id = Optional.ofNullable(Faces.getRequestParameter("userId")).orElse("");
    file = users.find(addressed.id(), id).orElseThrow(() -> Problem.notFound("The user"));
  }

  public UserFile getFile() {
    if (file == null) {
      load();
    }
    return Optional.ofNullable(file).orElseThrow();
  }

  /** What the person is called on the page. */
  public String getName() {
    String name = getFile().displayName();
    return name == null || name.isBlank() ? getFile().userPrincipalName() : name;
  }

  /** Those with a date first, the newest on top; then those without; then what is not known. */
  public List<UseTrace> getUses() {
    return getFile().uses().stream()
        .sorted(
            Comparator.comparing((UseTrace use) -> !use.known())
                .thenComparing(UseTrace::last, Comparator.nullsLast(Comparator.reverseOrder())))
        .toList();
  }

  public String gap(UseTrace use) {
    return Reasons.of(use.gap());
  }

  /** Such as {@code Direct} or the group's name. */
  public String way(UserFile.Way way) {
    return way.group() == null
        ? Texts.of("report_user.way.direct")
        : Texts.of("report_user.way.group", way.group());
  }
}
