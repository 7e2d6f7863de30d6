package ai.chronom.m365.problem;

import java.util.Optional;

/** Something that must work before this node can serve; every room may contribute one as a bean. */
public interface Readiness {
  /** What is in the way, for the log only; empty when nothing is. Fast, and never throws. */
  Optional<String> obstacle();

  /** Whether this node may do nothing at all while the obstacle is there, see {@link NodeGate}. */
  default boolean closesNode() {
    return false;
  }

  /** What works now and will not for long unless somebody acts; empty when there is nothing. */
  default Optional<String> warning() {
    return Optional.empty();
  }
}
