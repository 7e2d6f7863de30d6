package ai.chronom.m365.platform;

import ai.chronom.m365.vault.SecondFactors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which roles need a second factor beside a password of ours: {@code
 * chronom.auth.second-factor-required}. That of visitors is the identity provider's matter.
 */
@ApplicationScoped
public class SecondFactorRule {
  @Inject
  @ConfigProperty(name = "chronom.auth.second-factor-required")
  Optional<String> required;

  @Inject SecondFactors factors;

  private Set<String> roles = Set.of();

  @PostConstruct
  void read() {
    roles = required.map(SecondFactorRule::roles).orElse(Set.of());
  }

  static Set<String> roles(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }

  /** Whether the person must set one up before anything else. */
  public boolean asks(Account person) {
    return person.isLocal() && roles.contains(person.role()) && !factors.isOn(person.name());
  }
}
