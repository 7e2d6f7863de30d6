package ai.chronom.m365.findings.remedy;

import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.CloudTools;
import ai.chronom.m365.tenant.Quotes;
import ai.chronom.m365.tenant.TenantId;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script that carries a finding out, as text to read and to run elsewhere. By itself it changes
 * nothing. Ids alone decide what it would touch; names are shown, quoted as the language wants it.
 */
record RemedyScript(RemedyScriptKind kind, Cloud cloud, TenantId tenantId) {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Ends a line in some language: line breaks of Unicode too. */
  private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]+");

  String write(Finding finding, RemedyPlan plan) {
    List<RemedyStep> steps = plan.steps().stream().filter(RemedyScript::addressed).toList();
    boolean powershell = kind == RemedyScriptKind.GRAPH_POWERSHELL;
    return read()
        .replace("{{title}}", line(finding.rule() + " " + finding.title()))
        .replace("{{subject}}", line(finding.subject()))
        .replace("{{asOf}}", plan.asOf().toString())
        .replace("{{blockers}}", blockers(finding))
        .replace("{{tenantId}}", quoted(tenantId.toString()))
        .replace("{{graphUrl}}", quoted(cloud.graphUrl().toString()))
        .replace(
            "{{cloud}}",
            powershell
                ? CloudTools.graphPowershell(cloud)
                : Quotes.bash(CloudTools.azureCli(cloud)))
        .replace("{{changes}}", powershell ? powershell(steps) : bash(steps));
  }

  /** What is no id of Graph's cannot be addressed. */
  private static boolean addressed(RemedyStep step) {
    return ID.matcher(step.userId()).matches()
        && step.groups().stream().allMatch(group -> ID.matcher(group.id()).matches());
  }

  private String quoted(String text) {
    String line = line(text);
    return kind == RemedyScriptKind.GRAPH_POWERSHELL ? Quotes.powershell(line) : Quotes.bash(line);
  }

  /** On one line, with nothing of the template's. */
  private static String line(String text) {
    return BREAKING.matcher(text).replaceAll(" ").replace("{{", "{ {").strip();
  }

  private static String blockers(Finding finding) {
    return finding.blockers().isEmpty()
        ? "#   nothing"
        : finding.blockers().stream()
            .map(blocker -> "#   " + line(blocker))
            .collect(Collectors.joining("\n"));
  }

  private String powershell(List<RemedyStep> steps) {
    return steps.stream()
        .map(
            step ->
                "  @{ User = "
                    + quoted(step.userId())
                    + "; Name = "
                    + quoted(step.userPrincipalName())
                    + "; Sku = "
                    + quoted(step.product().skuId().toString())
                    + "; Product = "
                    + quoted(step.product().name())
                    + "; Groups = @("
                    + step.groups().stream().map(this::group).collect(Collectors.joining(", "))
                    + "); Add = @("
                    + step.replacements().stream()
                        .map(one -> quoted(one.skuId().toString()))
                        .collect(Collectors.joining(", "))
                    + "); AddNames = "
                    + quoted(names(step))
                    + " }")
        .collect(Collectors.joining("\n"));
  }

  private String group(RemedyStep.AssigningGroup group) {
    return "@{ Id = "
        + quoted(group.id())
        + "; Name = "
        + quoted(group.name())
        + "; Dynamic = $"
        + group.dynamic()
        + " }";
  }

  private static String names(RemedyStep step) {
    return step.replacements().stream()
        .map(RemedyStep.Product::name)
        .collect(Collectors.joining(", "));
  }

  private String bash(List<RemedyStep> steps) {
    List<String> lines = new ArrayList<>();
    for (RemedyStep step : steps) {
      String seat =
          String.join(
              " ",
              quoted(step.userId()),
              quoted(step.userPrincipalName()),
              quoted(step.product().skuId().toString()),
              quoted(step.product().name()));
      String instead = quoted(body(step)) + " " + quoted(names(step));
      // What comes instead is assigned first.
      if (step.direct()) {
        lines.add("take_direct " + seat + " " + instead);
      } else if (!step.replacements().isEmpty()) {
        lines.add(
            "give "
                + quoted(step.userId())
                + " "
                + quoted(step.userPrincipalName())
                + " "
                + instead);
      }
      step.groups().forEach(group -> lines.add(byGroup(step, group, seat)));
    }
    return String.join("\n", lines);
  }

  private String byGroup(RemedyStep step, RemedyStep.AssigningGroup group, String seat) {
    return group.dynamic()
        ? "printf 'Change the rule of the group %s, which assigns %s to %s.\\n' "
            + String.join(
                " ",
                quoted(group.name()),
                quoted(step.product().name()),
                quoted(step.userPrincipalName()))
        : "take_by_group " + seat + " " + quoted(group.id()) + " " + quoted(group.name());
  }

  private static String body(RemedyStep step) {
    JsonArrayBuilder add = Json.createArrayBuilder();
    step.replacements()
        .forEach(one -> add.add(Json.createObjectBuilder().add("skuId", one.skuId().toString())));
    JsonArrayBuilder remove = Json.createArrayBuilder();
    if (step.direct()) {
      remove.add(step.product().skuId().toString());
    }
    return Json.createObjectBuilder()
        .add("addLicenses", add)
        .add("removeLicenses", remove)
        .build()
        .toString();
  }

  private String read() {
    try (InputStream text = RemedyScript.class.getResourceAsStream(kind.template())) {
      if (text == null) {
        throw new IllegalStateException(kind.template() + " is not in the archive");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
