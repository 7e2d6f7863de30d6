package ai.chronom.m365.findings.web;

import ai.chronom.m365.findings.WhatIf;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.UUID;

/** Who asks what if: a session. With it goes what it still wanted to know. */
@SessionScoped
public class WhatIfVisit implements Serializable {
  private static final long serialVersionUID = 1;

  private final String asker = "session " + UUID.randomUUID();

  @Inject WhatIf whatIf;

  String asker() {
    return asker;
  }

  @PreDestroy
  void leave() {
    whatIf.withdraw(asker);
  }
}
