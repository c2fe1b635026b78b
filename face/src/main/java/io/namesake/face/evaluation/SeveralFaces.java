package io.namesake.face.evaluation;

/**
 * What a verification would have made of these pictures, which does not choose the face nearest the centre: it takes the largest face, and
 * refuses the picture when another one could be meant. The faces were found anyway, so this costs nothing.
 *
 * @param images usable pictures
 * @param refused how many it would refuse
 * @param otherFace in how many it would have taken another face
 */
public record SeveralFaces(int images, int refused, int otherFace) {}
