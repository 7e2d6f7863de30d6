/** The doors to notifications: page and REST. */
@NullMarked
package ai.chronom.m365.notification.web;

import org.jspecify.annotations.NullMarked;
