package ai.chronom.m365.verification;

import static ai.chronom.m365.permission.PermissionCatalog.DIRECTORY_READ_ALL;

import ai.chronom.m365.graph.AppRegistration;
import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.PortalLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Examines one tenant with few requests: one batch for the directory's view and most probes, one
 * request each for the two probes that no batch can carry.
 */
final class Examination {
  private final GraphConnection graph;
  private final ApplicationId applicationId;
  private final PortalLinks links;
  private final RegistrationExpectation expected;

  Examination(GraphConnection graph, PortalLinks links, RegistrationExpectation expected) {
    this.graph = graph;
    this.applicationId = links.applicationId();
    this.links = links;
    this.expected = expected;
  }

  /**
   * Takes seconds, or minutes when throttled.
   *
   * @param judged hears of permissions as soon as they are judged
   */
  VerificationFindings carryOut(Consumer<List<PermissionVerdict>> judged) {
    List<String> directory =
        AppRegistration.paths(applicationId, PermissionCatalog.MICROSOFT_GRAPH);
    List<Probe> together = Probes.all().stream().filter(probe -> !isSeparate(probe)).toList();
    List<String> paths = new ArrayList<>(directory);
    together.forEach(probe -> paths.add(probe.path()));
    List<GraphAnswer> answers = graph.batch(paths);

    AppRegistration registration =
        AppRegistration.read(answers.subList(0, directory.size()), graph::get);
    Sight sight =
        new Sight(graph.tellsRoles() ? Optional.of(graph.roles()) : Optional.empty(), registration);
    PermissionJudge judge = new PermissionJudge(sight, links);
    List<PermissionVerdict> verdicts = new ArrayList<>();
    verdicts.add(judge.judge(PermissionCatalog.USER_READ));
    for (int i = 0; i < together.size(); i++) {
      verdicts.add(judge.judge(together.get(i), answers.get(directory.size() + i)));
    }
    judged.accept(List.copyOf(verdicts));
    for (Probe probe : Probes.all().stream().filter(Examination::isSeparate).toList()) {
      PermissionVerdict verdict = judge.judge(probe, graph.get(probe.path()));
      verdicts.add(verdict);
      judged.accept(List.of(verdict));
    }
    GraphAnswer products = answers.get(directory.size() + numberOf(together, DIRECTORY_READ_ALL));
    return findings(verdicts, sight, LicenseCheck.of(products, links));
  }

  private static int numberOf(List<Probe> probes, GraphPermission permission) {
    return probes.stream().map(Probe::permission).toList().indexOf(permission);
  }

  private VerificationFindings findings(
      List<PermissionVerdict> verdicts, Sight sight, RegistrationCheck licenses) {
    RegistrationJudge registration = new RegistrationJudge(sight.registration(), expected, links);
    List<ExcessPermission> excess = new ExcessJudge(sight, graph::permissionNames).excess();
    List<RegistrationCheck> checks = new ArrayList<>(registration.checks());
    checks.add(licenses);
    checks.add(
        sight
            .registration()
            .application()
            .map(app -> new PermissionListCheck(app, excess).check(links.apiPermissions()))
            .orElseGet(PermissionListCheck::notVisible));
    return new VerificationFindings(
        verdicts.stream()
            .sorted(
                Comparator.comparing(
                    verdict -> PermissionCatalog.all().indexOf(verdict.permission())))
            .toList(),
        excess,
        ordered(checks),
        registration.secretExpiry().orElse(null),
        graph.requests(),
        sight.registration().isWhole());
  }

  private static List<RegistrationCheck> ordered(List<RegistrationCheck> checks) {
    return checks.stream()
        .sorted(Comparator.comparing(check -> RegistrationCheck.ORDER.indexOf(check.check())))
        .toList();
  }

  /** A batch holds requests of one version only, and no redirects. */
  private static boolean isSeparate(Probe probe) {
    return probe.isAlone() || !probe.path().startsWith("/v1.0/");
  }
}
