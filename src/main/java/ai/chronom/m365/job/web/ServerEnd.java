package ai.chronom.m365.job.web;

import ai.chronom.m365.job.LeaseKeeper;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * The first that an application hears of its end. Payara closes its class path before it destroys
 * start-up beans: work that goes on between would fail as if by a bug.
 */
@WebListener
public class ServerEnd implements ServletContextListener {
  @Inject LeaseKeeper leases;

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    leases.handOver();
  }
}
