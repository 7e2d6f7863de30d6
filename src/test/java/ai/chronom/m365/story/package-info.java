/** The main job from end to end, as its users live it: by REST and in a browser. */
package ai.chronom.m365.story;
