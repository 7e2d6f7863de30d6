package ai.chronom.m365.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Times each REST call by the resource's class and method, never by address: ids are endless. */
@Provider
public class RestMeter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String SAMPLE = RestMeter.class.getName();

  @Inject MeterRegistry meters;

  @Context
  @SuppressWarnings("NullAway.Init")
  ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(SAMPLE, Timer.start(meters));
  }

  /** What matched no resource was not timed. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SAMPLE) instanceof Timer.Sample sample
        && resource.getResourceMethod() != null) {
      sample.stop(
          meters.timer(
              "chronom.rest.requests",
              "resource",
              resource.getResourceClass().getSimpleName(),
              "method",
              resource.getResourceMethod().getName(),
              "status",
              Integer.toString(response.getStatus())));
    }
  }
}
