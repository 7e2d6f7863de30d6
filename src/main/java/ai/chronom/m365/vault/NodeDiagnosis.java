package ai.chronom.m365.vault;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** The nodes, and which master keys each holds: ids only. */
@ApplicationScoped
public class NodeDiagnosis implements Diagnosis {
  @Inject VaultWork work;

  @Override
  public String name() {
    return "nodes.txt";
  }

  @Override
  public String text() {
    return work.alone(connection -> new VaultRows(connection).nodes()).stream()
        .map(
            node ->
                (node.live() ? "live " : "silent ")
                    + node.name()
                    + " on "
                    + node.host()
                    + ", keys "
                    + node.keyIds()
                    + ", last heard of at "
                    + node.reportedAt()
                    + (node.warning() == null ? "" : ", warns: " + node.warning()))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
